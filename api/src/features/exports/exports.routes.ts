import { dataExports } from '@sonaqor/contract/exports'
import { implement } from '../../core/implement/index.ts'
import * as service from './exports.service.ts'

export const exportRoutes = implement(dataExports, {
  start: (scope, { body }) => service.startExport(scope, body),
  measure: (scope, { body }) => service.measureExport(scope, body),
  show: (scope, { params }) => service.showManifest(scope, params.id),
  download: (scope, { params }) => service.downloadExport(scope, params.id),
  link: (scope, { params }) => service.linkToExport(scope, params.id),
  take: (scope, { params }) => service.takeExport(scope, params.link),
})
