/** The composition root: every feature of the house, named once. */
import type { FeatureMaker } from './core/feature/index.ts'
import { openHouse, type House, type HouseOptions } from './core/house/index.ts'

export const features: readonly FeatureMaker[] = []

/** Opens one process of the house with all of its features. */
export function createApp(options: Omit<HouseOptions, 'features'>): Promise<House> {
  return openHouse({ ...options, features })
}
