/** The toy house as a process: the whole core, and one small feature on it. */
import { parseArgs } from 'node:util'
import { readConfig, type ServerRole } from '../../config.ts'
import { serve } from '../../core/house/index.ts'
import { toy } from './feature.ts'

const { values } = parseArgs({ options: { roles: { type: 'string', default: 'web,live,worker' } } })
const roles = values.roles.split(',') as ServerRole[]

await serve({ config: readConfig(), roles, features: [toy] })
