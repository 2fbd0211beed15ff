import type { App } from '@sonaqor/contract/apps'
import { adopt, Copied, Fact, Facts, Moment, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import sheet from './app-facts.css'

adopt(sheet)

interface AppFactsProps {
  readonly app: App
  readonly projectName: string | undefined
}

/** What is known of an app, a line each. */
export function AppFacts({ app, projectName }: AppFactsProps) {
  const say = useText()
  return (
    <Facts>
      {projectName && <Fact name={say(texts.project)}>{projectName}</Fact>}
      <Fact name={say(texts.origins)} hint={say(texts.originsHint)}>
        <Lines of={app.origins} none={say(texts.noOriginDetail)} />
      </Fact>
      <Fact name={say(texts.allowlist)} hint={say(texts.allowlistFactHint)}>
        <Lines of={app.ipAllowlist} none={say(texts.noAllowlist)} />
      </Fact>
      <Fact name={say(texts.embedId)} hint={say(texts.embedIdHint)}>
        <Copied text={app.embedId} what={say(texts.embedIdOf, { app: app.name })} />
      </Fact>
      <Fact name={say(texts.appId)} hint={say(texts.appIdHint)}>
        <Copied text={app.id} what={say(texts.appIdOf, { app: app.name })} />
      </Fact>
      <Fact name={say(texts.created)}>
        <Moment at={app.createdAt} />
      </Fact>
    </Facts>
  )
}

interface LinesProps {
  readonly of: readonly string[]
  /** What it means that there are none. */
  readonly none: string
}

function Lines({ of: lines, none }: LinesProps) {
  if (lines.length === 0) return none
  return (
    <ul className="sq-app-origins">
      {lines.map((line) => (
        <li key={line}>
          <Copied text={line} what={line} />
        </li>
      ))}
    </ul>
  )
}
