/** `1st`, `12th`, `23rd`. */
export function ordinal(place: number): string {
  const teens = place % 100;
  const ending = teens >= 11 && teens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}
