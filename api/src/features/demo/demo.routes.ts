import { demo } from '@sonaqor/contract/demo'
import { implement } from '../../core/implement/index.ts'
import { listPeople } from './demo.service.ts'

export const demoRoutes = (isDemo: boolean) =>
  implement(demo, { people: (scope) => listPeople(scope, isDemo) })
