export { feature, featuresOf, type Feature, type FeatureMaker } from './feature.ts'
export { doing } from './parts.ts'
export type { Check, EventReader, Exchange, JobRunner, Recorder, StoredEvent } from './parts.ts'
