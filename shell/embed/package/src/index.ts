/** `@sonaqor/embed`: views of Sonaqor in a page of yours. */
export { openHost } from './host.ts'
export { loadSonaqor, type LoadOptions } from './loader.ts'
export { publishedViews } from './published.ts'
export type * from './element.ts'
export type * from './published.ts'
export type * from './sdk.ts'
