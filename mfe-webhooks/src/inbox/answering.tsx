import { inboxAnswers, retryDelaysSeconds } from '@sonaqor/contract/webhook-bounds'
import type { InboxAnswer } from '@sonaqor/contract/webhook-bounds'
import type { Inbox } from '@sonaqor/contract/webhook-inbox'
import { useModule } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import { Section, SegmentedControl, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { useAnswering } from './use-inbox.ts'

const segments = inboxAnswers.map((status) => ({ value: String(status), label: String(status) }))

/** What is answered with each status, and what we do then, as with any endpoint. */
function meaningOf(say: Say, status: InboxAnswer): string {
  const attempts = retryDelaysSeconds.length
  return {
    200: () => say(texts.answers200),
    400: () => say(texts.answers400, { attempts }),
    410: () => say(texts.answers410),
    429: () => say(texts.answers429, { attempts }),
    500: () => say(texts.answers500, { attempts }),
    503: () => say(texts.answers503, { attempts }),
  }[status]()
}

/** The status that each message is answered with, so that one sees what follows from it. */
export function Answering({ of: inbox }: { readonly of: Inbox }) {
  const say = useText()
  const { can } = useModule()
  const answering = useAnswering(inbox)
  const wished = answering.isPending ? answering.variables : undefined
  const status = wished ?? inbox.answers
  const choose = (text: string) => {
    const wish = inboxAnswers.find((answer) => String(answer) === text)
    if (wish) answering.mutate(wish)
  }
  return (
    <div className="sq-wh-inbox-card">
      <Section title={say(texts.answersTitle)}>
        {can('webhooks:write') ? (
          <SegmentedControl
            label={say(texts.answersTitle)}
            segments={segments}
            value={String(status)}
            onChange={choose}
          />
        ) : (
          <p>
            <code>{status}</code>
          </p>
        )}
        <output className="sq-wh-note">{meaningOf(say, status)}</output>
      </Section>
    </div>
  )
}
