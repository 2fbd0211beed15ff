/** The bounds of saved views, for whoever asks people for one. */

export const logViewNameMax = 80
