import type { LogDetail, LogEntry } from '@sonaqor/contract/logs'
import { CopyLink, StepFoot, useModule, useParts, type Steps } from '@sonaqor/module'
import {
  adopt,
  Button,
  CopyButton,
  Drawer,
  Loaded,
  RelativeTime,
  Said,
  Skeleton,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import { Related } from '../../related/log-related.tsx'
import * as common from '../../texts/en.ts'
import * as texts from './texts/en.ts'
import { curlOf } from './curl.ts'
import sheet from './log-drawer.css'
import { LogFacts, type Names } from './log-facts.tsx'
import { LogSides } from './log-sides.tsx'
import { nameOfEntry } from '../logs-table.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { useLogEntry } from './use-log-entry.ts'

adopt(sheet)

export interface LogDrawerProps {
  readonly id: string
  /** What the list says of it; a link may lead to a request that is not in view. */
  readonly known: LogEntry | undefined
  readonly names: Names
  readonly steps: Steps
  /** Left out where the list is narrowed to the key already. */
  readonly onOnlyKey: ((keyId: string) => void) | undefined
  /** Leads to another request, in this list or not. */
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** Everything that is known of one request, and the way to the one before and after it. */
export function LogDrawer(props: LogDrawerProps) {
  const { id, known, names, steps, onOnlyKey, onOpen, onClose } = props
  const say = useText()
  const { can, origin } = useModule()
  const reading = useLogEntry(id)
  const entry = reading.data ?? known
  return (
    <Drawer
      title={entry ? `${entry.method} ${entry.path}` : say(common.request)}
      aside={
        entry && (
          <span className="sq-log-aside">
            <StatusBadge status={entry.status} />
            <span>{say(common.milliseconds, { count: Math.round(entry.latencyMs) })}</span>
            <RelativeTime at={entry.at} />
          </span>
        )
      }
      actions={
        <StepFoot
          steps={steps}
          names={{
            previous: say(texts.previousRequest),
            next: say(texts.nextRequest),
            atStart: say(texts.noPreviousRequest),
            atEnd: say(texts.noNextRequest),
          }}
        >
          <CopyLink />
          {reading.data && (
            <CopyButton
              text={curlOf(reading.data, { say, origin, hasValues: can('customers:read') })}
              what={say(texts.curlToCopy)}
              label={say(texts.copyAsCurl)}
              look="plain"
            />
          )}
        </StepFoot>
      }
      width="wide"
      onClose={onClose}
    >
      <output className="sq-unseen">{entry && nameOfEntry(say, entry)}</output>
      {entry && <LogFacts of={entry} names={names} onOnlyKey={onOnlyKey} />}
      <Loaded of={reading} loading={<Skeleton rows={5} />}>
        {(detail) => (
          <>
            <SendAgain of={detail} onOpen={onOpen} />
            <Related of={detail} onOpen={onOpen} />
            <Bodies of={detail} />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

function Bodies({ of: detail }: { readonly of: LogDetail }) {
  const { can } = useModule()
  return (
    <>
      {!can('customers:read') && (
        <p className="sq-log-none">
          <Said of={texts.structureAlone} with={{ scope: <code>customers:read</code> }} />
        </p>
      )}
      <LogSides of={detail} />
    </>
  )
}

interface SendAgainProps extends Pick<LogDrawerProps, 'onOpen'> {
  readonly of: LogDetail
}

/** For members who may use keys, for a page of a partner does nothing as a key; the editor comes when it is asked for. */
function SendAgain({ of: detail, onOpen }: SendAgainProps) {
  const say = useText()
  const toast = useToast()
  const { can, kind } = useModule()
  // Of the request that it was asked for: the drawer goes on to others.
  const [asked, setAsked] = useState<string>()
  const isAsked = asked === detail.id
  const { parts, fetchAhead } = useParts(
    () => import('../../again/again-parts.ts'),
    isAsked,
    () => {
      setAsked(undefined)
      toast({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
    },
  )
  const may = kind === 'shell' && can('keys:write') && can('keys:read')
  if (!may) return null
  return (
    <div className="sq-log-acts">
      <Button icon="play" onPointerEnter={fetchAhead} onClick={() => setAsked(detail.id)}>
        {say(detail.environment === 'production' ? texts.copyToSandbox : texts.sendAgain)}
      </Button>
      {isAsked && parts && (
        <parts.SendAgainDialog
          key={detail.id}
          of={detail}
          onOpen={(id) => {
            setAsked(undefined)
            onOpen(id)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}
