import { redacted } from '@sonaqor/contract/log-redaction-rules'
import type { App } from '@sonaqor/contract/apps'
import type { Key } from '@sonaqor/contract/keys'
import type { LogDetail, LogEntry } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { Button, Copied, Fact, Facts, Link, Said, useLocale, useText } from '@sonaqor/ui'
import * as common from '../../texts/en.ts'
import * as texts from './texts/en.ts'
import { onClockOf, toTheMillisecond } from '../instants.ts'
import { hintOf } from '../use-names.ts'
import { problemOf } from './problem-of.ts'

/** What apps and keys are called, as far as that may be known here. */
export interface Names {
  readonly apps: readonly App[]
  readonly keys: readonly Key[]
  /** What stands in place of a key where a line was imported. */
  readonly imported?: string
}

export interface LogFactsProps {
  /** In full once that has come. */
  readonly of: LogEntry | LogDetail
  readonly names: Names
  readonly onOnlyKey: ((keyId: string) => void) | undefined
}

/** When, by which key and from where; known before the bodies have come. */
export function LogFacts({ of: entry, names, onOnlyKey }: LogFactsProps) {
  const say = useText()
  const { origin = '' } = useModule()
  const locale = useLocale()
  const problem = problemOf(entry)
  const app = names.apps.find(({ id }) => id === entry.appId)
  return (
    <Facts>
      {entry.imported ? (
        <Fact name={say(texts.source)} hint={say(texts.importedKeeps)}>
          {say(texts.importedFrom)}
        </Fact>
      ) : (
        <Fact name={say(texts.requestId)}>
          <Copied text={entry.requestId} what={say(texts.requestIdToCopy)} />
        </Fact>
      )}
      {problem && (
        <Fact name={say(texts.problem)}>
          <Link href={`${origin}${problem.path}`} outside>
            <Said of={texts.problemExplained} with={{ code: <code>{problem.code}</code> }} />
          </Link>
        </Fact>
      )}
      <Replayed of={entry} />
      <Fact name={say(common.time)}>
        <Copied text={entry.at} what={say(texts.instantToCopy)}>
          <time dateTime={entry.at}>
            {new Intl.DateTimeFormat(locale, onClockOf(locale, toTheMillisecond)).format(
              new Date(entry.at),
            )}
          </time>
        </Copied>
      </Fact>
      {!entry.imported && (
        <Fact name={say(common.key)}>
          <span className="sq-log-used">
            <UsedKey of={entry} keys={names.keys} />
            {onOnlyKey && (
              <Button
                look="quiet"
                size="small"
                icon="filter"
                aria-label={say(texts.onlyKey)}
                title={say(texts.onlyKey)}
                onClick={() => onOnlyKey(entry.keyId)}
              />
            )}
          </span>
        </Fact>
      )}
      {app && <Fact name={say(common.app)}>{app.name}</Fact>}
      <Fact name={say(common.from)}>
        <code>{entry.ip}</code>
      </Fact>
    </Facts>
  )
}

/** A write that is asked for once more is answered as before, and not done again. */
function Replayed({ of: entry }: Pick<LogFactsProps, 'of'>) {
  const say = useText()
  if (!('response' in entry) || !entry.response.headers['idempotency-replayed']) return null
  const key = entry.request.headers['idempotency-key']
  return (
    <Fact name={say(texts.replay)} hint={say(texts.replayedBecause)}>
      {key === undefined || key === redacted ? (
        say(texts.replayed)
      ) : (
        <Said of={texts.replayedOf} with={{ key: <code>{key}</code> }} />
      )}
    </Fact>
  )
}

interface UsedKeyProps {
  readonly of: LogEntry
  readonly keys: readonly Key[]
}

/** The key by its label, which leads to it where it has a place; by its prefix for who may not know it. */
function UsedKey({ of: { keyId, keyPrefix }, keys }: UsedKeyProps) {
  const say = useText()
  const { kind, navigate, views } = useModule()
  // A page of a partner hears that somebody wants there, and shows the keys if its session may.
  const mayLead = views?.includes('keys.list') ?? kind === 'shell'
  const key = keys.find(({ id }) => id === keyId)
  return (
    <span className="sq-log-key">
      {key && mayLead ? (
        <button
          type="button"
          className="sq-log-way"
          aria-label={say(texts.showKey, { label: key.label })}
          onClick={() => navigate('keys.list', { key: keyId })}
        >
          {key.label}
        </button>
      ) : (
        key?.label
      )}
      {key && keyPrefix !== key.prefix && <em className="sq-logs-old">{say(common.oldSecret)}</em>}
      <code>{hintOf(keyPrefix, key)}</code>
    </span>
  )
}
