/** Texts for whoever draws without React, and for the languages of a module. */
export {
  areLoaded,
  loadTexts,
  sayIn,
  text,
  type Languages,
  type Say,
  type Text,
} from '@sonaqor/ui/texts'
