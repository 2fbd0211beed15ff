/** What is told of all requests that are found, in one part that comes after the list. */
export { Facets } from '../facets/facets.tsx'
export { Histogram } from '../histogram/histogram.tsx'
export { InsightActs } from './insight-acts.tsx'
export { NewestOutside } from './newest-outside.tsx'
