const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that say nothing of a story's subject. */
export const STOP_WORDS = words(`
  a an the and or but of to in on at by for from with as into onto about over under up out off
  i we me my mine our ours us you your he she it its his her they them their this that these those
  is are was were be been being am do does did have has had can could may might must shall should
  will would not no so if when then than there here what which who whom whose how where why
  all any each every some more most other such only own same too very just also able want need
  like wish order because via per within without between through during before after again
`);

/** Words that each reader reads otherwise; two-word ones joined by a dash. */
export const VAGUE = words(`
  easy easily quick quickly fast faster simple simply user-friendly userfriendly intuitive
  intuitively efficient efficiently effective effectively flexible flexibly seamless seamlessly
  smooth smoothly robust nice nicely better good great appropriate appropriately adequate
  adequately reasonable reasonably convenient conveniently comfortable comfortably modern
  attractive beautiful clean optimal optimally sufficient sufficiently several various etc
  properly correctly normally optimised optimized powerful responsive scalable timely
  user-centric state-of-the-art hassle-free and-so-on as-needed if-needed if-necessary
  as-appropriate if-possible where-possible as-required and-more
`);

/** Words that cannot be ticked off: a criterion with one is an opinion. */
export const UNTESTABLE = words(`
  easy easily quickly fast simple user-friendly userfriendly intuitive intuitively efficient
  efficiently flexible seamless seamlessly smooth smoothly robust nice nicely appropriate
  appropriately adequate adequately reasonable reasonably convenient conveniently modern attractive
  beautiful optimal optimally sufficient sufficiently properly etc and-so-on as-needed if-needed
  if-necessary as-appropriate if-possible where-possible state-of-the-art hassle-free timely
`);

/** Parts of a screen, and what hands do with them. */
export const INTERFACE = words(`
  button buttons checkbox checkboxes check-box check-boxes radio-button radio-buttons dropdown
  dropdowns drop-down drop-downs dropdown-menu listbox combobox combo-box textbox textboxes text-box
  text-boxes text-field text-fields input-field input-fields popup popups pop-up pop-ups modal modals dialog dialogs dialogue-box
  dialog-box tooltip tooltips sidebar sidebars toolbar toolbars navbar scrollbar scroll-bar
  hamburger-menu context-menu carousel accordion breadcrumb breadcrumbs spinner slider sliders
  click clicks clicking double-click right-click hover hovering tap tapping swipe swiping
  scroll scrolling icon icons widget widgets navigation-bar status-bar progress-bar
`);
