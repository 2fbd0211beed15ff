import { preferences } from '@sonaqor/contract/preferences'
import { implement } from '../../core/implement/index.ts'
import * as service from './preferences.service.ts'

export const preferencesRoutes = implement(preferences, {
  show: (scope) => service.showPreferences(scope),
  save: (scope, { body }) => service.savePreferences(scope, body),
})
