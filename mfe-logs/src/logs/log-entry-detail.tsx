import type { LogDetail } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { adopt, CodeBlock, CopyButton, exactly, Loaded, Skeleton, useLocale } from '@sonaqor/ui'
import { curlOf } from './curl.ts'
import sheet from './log-entry-detail.css'
import { useLogEntry } from './use-log-entry.ts'

adopt(sheet)

/** Everything that is known of one request. */
export function LogEntryDetail({ id }: { readonly id: string }) {
  const { can } = useModule()
  const entry = useLogEntry(id)
  return (
    <Loaded of={entry} loading={<Skeleton rows={3} />}>
      {(detail) => (
        <div className="sq-log">
          <div className="sq-log-head">
            <Facts of={detail} />
            <CopyButton
              text={curlOf(detail)}
              what="request as curl"
              label="Copy as curl"
              look="plain"
            />
          </div>
          {!can('customers:read') && (
            <p className="sq-log-none">
              Bodies show their structure alone; to see values you need <code>customers:read</code>.
            </p>
          )}
          <div className="sq-log-sides">
            <Side title="Request" query={detail.query} of={detail.request} />
            <Side title="Response" of={detail.response} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

function Facts({ of: detail }: { readonly of: LogDetail }) {
  const locale = useLocale()
  return (
    <dl className="sq-log-facts">
      <div>
        <dt>Request id</dt>
        <dd>
          <code>{detail.requestId}</code> <CopyButton text={detail.requestId} what="request id" />
        </dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>
          <time dateTime={detail.at}>{exactly(new Date(detail.at), locale)}</time>
        </dd>
      </div>
      <div>
        <dt>Latency</dt>
        <dd>{detail.latencyMs} ms</dd>
      </div>
      <div>
        <dt>Key</dt>
        <dd>
          <code>{detail.keyPrefix}…</code>
        </dd>
      </div>
      <div>
        <dt>From</dt>
        <dd>
          <code>{detail.ip}</code>
        </dd>
      </div>
    </dl>
  )
}

interface SideProps {
  readonly title: 'Request' | 'Response'
  readonly query?: string
  readonly of: LogDetail['request']
}

function Side({ title, query, of: { headers, body } }: SideProps) {
  return (
    <div className="sq-log-side">
      {query && <CodeBlock label={`${title} query`} code={query.split('&').join('\n')} />}
      {body ? (
        <CodeBlock
          label={`${title} body`}
          language="json"
          code={body.text}
          note={body.cut ? `${body.bytes} bytes, cut` : `${body.bytes} bytes`}
        />
      ) : (
        <p className="sq-log-none">{title} without a body</p>
      )}
      <CodeBlock label={`${title} headers`} code={linesOf(headers)} />
    </div>
  )
}

function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
