/** Logs: every request that was made with an API key, kept before its answer leaves. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { createKeyUses } from './key-uses.ts'
import { importLogs } from './import/import-logs.ts'
import { logViewsRoutes } from './views/log-views.routes.ts'
import { createLogWriter } from './write/log-writer.ts'
import { logsJobs } from './retention/logs.jobs.ts'
import { createRecorder } from './write/logs.recorder.ts'
import { logsRoutes } from './logs.routes.ts'
import { createLogsService } from './logs.service.ts'
import { createLogStore } from './logs.store.ts'
import { createLogTail } from './tail/logs.tail.ts'
import { createWakeUps } from './tail/wake-ups.ts'

export { countUpTo, linesAfter, newestOf } from './export/log-file.store.ts'
export { withNames, type NamedEntry } from './export/log-names.ts'
export { logTable } from './export/log-file.ts'
export { settled } from './query/logs.query.ts'
export { soon } from './query/scan.store.ts'
export { bodyHeldBack, headersHeldBack } from './redaction/held-back.ts'
export { structureOf } from './redaction/structure.ts'
export { firstIdOf, instantOf, type LogLine } from './write/log-line.ts'
export { takePlaceToLook } from './patience/patience.store.ts'
export { firstDayKept } from './retention/retention.store.ts'
export { createLogStore, type LogStore } from './logs.store.ts'

export const logs: FeatureMaker = (foundation) => {
  const store = createLogStore(foundation.database)
  const writer = createLogWriter(store, foundation.log)
  const uses = createKeyUses(foundation)
  const wakeUps = createWakeUps(foundation.bus)
  return feature({
    name: 'logs',
    routes: [...logsRoutes(createLogsService(store)), ...logViewsRoutes],
    jobs: logsJobs(store),
    commands: { 'logs:import': importLogs({ store }) },
    streams: [createLogTail(store)],
    recorders: [createRecorder({ writer, uses, wakeUps })],
    close: async () => {
      await writer.idle()
      await uses.flush()
      wakeUps.stop()
    },
  })
}
