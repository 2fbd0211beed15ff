import { dataExports } from '@sonaqor/contract/exports'
import { implement } from '../../core/implement/index.ts'
import * as service from './exports.service.ts'

export const exportRoutes = implement(dataExports, {
  start: (scope, { body }) => service.startExport(scope, body),
  show: (scope, { params }) => service.showManifest(scope, params.id),
  download: (scope, { params }) => service.downloadExport(scope, params.id),
})
