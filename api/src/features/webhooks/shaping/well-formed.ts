/** Whatever came, text that every database and every screen can hold. */
export const wellFormed = (text: string): string => text.replaceAll('\0', '\u{fffd}').toWellFormed()
