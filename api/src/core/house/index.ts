export { openFoundation, type OpenFoundation } from './foundation.ts'
export { openHouse, type House, type HouseOptions } from './house.ts'
export { housekeeping } from './housekeeping.ts'
export { serve } from './serve.ts'
