import { me } from '@sonaqor/contract/me'
import { implement } from '../../core/implement/index.ts'
import { showMe } from './me.service.ts'

export const meRoutes = implement(me, { show: (scope) => showMe(scope) })
