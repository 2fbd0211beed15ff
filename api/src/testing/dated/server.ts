/** The whole house as a process, with a past that it never had. */
import { parseArgs } from 'node:util'
import { features } from '../../app.ts'
import { readConfig, type ServerRole } from '../../config.ts'
import { serve } from '../../core/house/index.ts'
import { datedHistory } from './history.ts'

const { values } = parseArgs({ options: { roles: { type: 'string', default: 'web,live,worker' } } })
const roles = values.roles.split(',') as ServerRole[]

await serve({ config: readConfig(), roles, features, history: datedHistory })
