/** Exports of any size: a job writes the file in sealed pieces, and a manifest says what it holds. */
import { z } from 'zod'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { workRunner } from '../jobs/index.ts'
import { exportWork } from './export-work.ts'
import { exportRoutes } from './exports.routes.ts'
import { deleteExpired } from './exports.service.ts'
import { sealedPieces } from './pieces.ts'

export const dataExports: FeatureMaker = (foundation) =>
  feature({
    name: 'exports',
    routes: exportRoutes,
    jobs: [
      workRunner(foundation, exportWork()),
      {
        type: job('exports.delete-expired', z.object({})),
        every: '37 * * * *',
        each: 'tenant',
        run: deleteExpired,
      },
    ],
    sealed: [sealedPieces],
  })
