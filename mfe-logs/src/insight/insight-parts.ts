/** What is told of all requests that are found, in one part that comes after the list. */
export { Facets } from '../facets/facets.tsx'
export { Histogram } from '../histogram/histogram.tsx'
export { FoundElsewhere } from './found-elsewhere.tsx'
export { InsightActs } from './insight-acts.tsx'
