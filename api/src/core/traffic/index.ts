export {
  counting,
  createTraffic,
  refused,
  wasAccepted,
  wasLetIn,
  type Count,
  type Counting,
  type Traffic,
} from './traffic.ts'
