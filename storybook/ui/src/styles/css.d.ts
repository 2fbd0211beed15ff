/** Every imported `.css` file arrives as a constructed sheet; a component hands it to `adopt`. */
declare module '*.css' {
  const sheet: CSSStyleSheet
  export default sheet
}

/** A font is emitted as a file; what is imported is its address. */
declare module '*.woff2' {
  const address: string
  export default address
}
