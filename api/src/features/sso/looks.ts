/** What is asked of others by jobs: whether the provider answers, and whose a domain is. */
import { z } from 'zod'
import { job } from '../../core/jobs/index.ts'

export const lookAtProvider = job('sso.look-at-provider', z.object({}), { tries: 2 })
export const lookAtDomain = job('sso.look-at-domain', z.object({ id: z.uuid() }), { tries: 2 })
