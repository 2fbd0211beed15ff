/** Who may say that a key has leaked: anybody about one, and GitHub about all that it has scanned. */
import { createHash } from 'node:crypto'
import type { InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { LeakReceipt } from '@sonaqor/contract/key-leaks'
import type { keys } from '@sonaqor/contract/keys'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { GithubKeys } from './github-keys.ts'
import type { Leaks } from './leaks.service.ts'

export interface FoundKeys {
  report(scope: Scope, leak: InputOf<typeof keys.reportLeak>['body']): Promise<LeakReceipt>
  reportFromGithub(scope: Scope, sent: FromGithub): Promise<ReplyOf<typeof keys.reportGithubLeaks>>
}

type FromGithub = InputOf<typeof keys.reportGithubLeaks> & { readonly bytes: Buffer }

export const createFoundKeys = (leaks: Leaks, github: GithubKeys): FoundKeys => ({
  async report(scope, { key, url }) {
    await leaks.end(scope, { secret: key, url: url ?? null, by: 'report' })
    return { received: true }
  },
  async reportFromGithub(scope, { body, bytes }) {
    const keyId = scope.request.header('github-public-key-identifier') ?? ''
    const signature = scope.request.header('github-public-key-signature') ?? ''
    if (!(await github.hasSigned({ bytes, keyId, signature }))) {
      throw new Problem('unauthenticated', { detail: 'This was not signed by GitHub.' })
    }
    const feedback: ReplyOf<typeof keys.reportGithubLeaks> = []
    for (const { token, type, url } of body) {
      const isOurs = await leaks.end(scope, { secret: token, url: url || null, by: 'github' })
      feedback.push({
        token_hash: createHash('sha256').update(token).digest('base64'),
        token_type: type,
        label: isOurs ? 'true_positive' : 'false_positive',
      })
    }
    return feedback
  },
})
