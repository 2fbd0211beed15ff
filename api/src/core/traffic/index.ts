export { counting, createTraffic, type Count, type Counting, type Traffic } from './traffic.ts'
