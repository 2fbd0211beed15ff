import { demo } from '@sonaqor/contract/demo'
import type { Config } from '../../config.ts'
import { implement } from '../../core/implement/index.ts'
import { listPeople } from './demo.service.ts'

export const demoRoutes = (config: Config) =>
  implement(demo, { people: (scope) => listPeople(scope, config) })
