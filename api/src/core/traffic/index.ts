export {
  counting,
  createTraffic,
  wasLetIn,
  type Count,
  type Counting,
  type Traffic,
} from './traffic.ts'
