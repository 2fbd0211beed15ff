export { feature, featuresOf, type Feature, type FeatureMaker } from './feature.ts'
export { doing } from './parts.ts'
export type {
  Check,
  Command,
  EventReader,
  Exchange,
  JobRunner,
  Recorder,
  StoredEvent,
} from './parts.ts'
