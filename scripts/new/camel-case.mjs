/** `story-emoji` as `storyEmoji`. */
export function camelCase(name) {
  return name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
