/** The bounds of what is sent again, for the form that asks for it. */

export const headerValueMax = 512
