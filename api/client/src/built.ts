/** In the work tree nothing is released: the build of the package writes its own file in place of this one. */
export const version = '0.0.0'
/** The day of the API that the types were written for. */
export const apiVersion = '2026-11-22'
