import { ProblemError } from '@sonaqor/contract/client'
import { adopt, Failed, failureOf, Page, Surface, useText, type Failure } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import sheet from './opening.css'
import * as texts from './texts/en.ts'

adopt(sheet)

/** Stands for the moment in which what the signed-in need is on its way. */
export function Opening({ locale }: { readonly locale: string }) {
  return (
    <Surface locale={locale}>
      <main className="sq-whole" aria-busy aria-live="polite">
        <OnItsWay />
      </main>
    </Surface>
  )
}

function OnItsWay() {
  const say = useText()
  return <Page title="Sonaqor">{say(texts.onItsWay)}</Page>
}

interface NotOpenedProps {
  readonly locale: string
  /** What was thrown; left out where there was no answer at all. */
  readonly error?: unknown
  readonly onRetry: () => void
}

/** Neither the sign-in nor the dashboard can be shown, and why. */
export function NotOpened({ locale, ...props }: NotOpenedProps) {
  return (
    <Surface locale={locale}>
      <main className="sq-whole">
        <WhyNot {...props} />
      </main>
    </Surface>
  )
}

function WhyNot({ error, onRetry }: Omit<NotOpenedProps, 'locale'>) {
  const say = useText()
  return (
    <Page title={say(texts.notOpenedAtAll)}>
      <Failed failure={failureAtStart(error, say)} onRetry={onRetry} />
    </Page>
  )
}

/** A refusal says why in its own words; without one, nobody has answered. */
function failureAtStart(error: unknown, say: Say): Failure {
  if (error instanceof ProblemError) return failureOf(error, say)
  return {
    title: say(texts.unreachable),
    reason: say(texts.noAnswer),
    advice: say(texts.checkConnection),
  }
}
