import { auditSource } from './audit-source.ts'
import { deliverySource } from './delivery-source.ts'
import type { ExportSource } from './export-source.ts'
import { logSource } from './log-source.ts'

/** Everything that can be exported: a line for each. */
const sources: readonly ExportSource[] = [auditSource, logSource, deliverySource]

export function sourceOf(name: string): ExportSource {
  const found = sources.find((one) => one.name === name)
  if (!found) throw new Error(`nothing is exported by the name ${name}`)
  return found
}
