/** What people have chosen of the dashboard, kept for every device of theirs. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { preferencesRoutes } from './preferences.routes.ts'

export const preferences: FeatureMaker = () =>
  feature({ name: 'preferences', routes: preferencesRoutes })
