import type { App } from '@sonaqor/contract/apps'
import type { Key } from '@sonaqor/contract/keys'
import type { LogEntry } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { Button, Copied, exactly, Fact, Facts, useLocale, useText } from '@sonaqor/ui'
import * as common from '../../texts/en.ts'
import * as texts from './texts/en.ts'
import { hintOf } from '../use-names.ts'

/** What apps and keys are called, as far as that may be known here. */
export interface Names {
  readonly apps: readonly App[]
  readonly keys: readonly Key[]
}

export interface LogFactsProps {
  readonly of: LogEntry
  readonly names: Names
  readonly onOnlyKey: ((keyId: string) => void) | undefined
}

/** When, by which key and from where; known before the bodies have come. */
export function LogFacts({ of: entry, names, onOnlyKey }: LogFactsProps) {
  const say = useText()
  const locale = useLocale()
  const app = names.apps.find(({ id }) => id === entry.appId)
  return (
    <Facts>
      <Fact name={say(texts.requestId)}>
        <Copied text={entry.requestId} what={say(texts.requestIdToCopy)} />
      </Fact>
      <Fact name={say(common.time)}>
        <Copied text={entry.at} what={say(texts.instantToCopy)}>
          <time dateTime={entry.at}>{exactly(new Date(entry.at), locale)}</time>
        </Copied>
      </Fact>
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
      {app && <Fact name={say(common.app)}>{app.name}</Fact>}
      <Fact name={say(common.from)}>
        <code>{entry.ip}</code>
      </Fact>
    </Facts>
  )
}

interface UsedKeyProps {
  readonly of: LogEntry
  readonly keys: readonly Key[]
}

/** The key by its label, which leads to it where it has a place; by its prefix for who may not know it. */
function UsedKey({ of: { keyId, keyPrefix }, keys }: UsedKeyProps) {
  const say = useText()
  const { kind, navigate } = useModule()
  const key = keys.find(({ id }) => id === keyId)
  return (
    <span className="sq-log-key">
      {key && kind === 'shell' ? (
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
      <code>{hintOf(keyPrefix, key)}</code>
    </span>
  )
}
