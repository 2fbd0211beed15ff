export { createMetrics, type Metrics } from './metrics.ts'
export { createOps } from './ops.ts'
