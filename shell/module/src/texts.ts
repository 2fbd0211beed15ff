/** Texts for whoever draws without React, and for the languages of a module. */
export {
  areLoaded,
  directionOf,
  languageOf,
  loadTexts,
  sayIn,
  spokenIn,
  text,
  type Languages,
  type Say,
  type Text,
} from '@sonaqor/ui/texts'
