import type { App, AppComparison, ChangedApp, SettingName } from '@sonaqor/contract/apps'
import { useModule } from '@sonaqor/module'
import { Banner, Button, Refusal, useText } from '@sonaqor/ui'
import { nameIn } from '../compare/comparison.tsx'
import { SettingValue, settingTitles } from '../compare/setting-diff.tsx'
import { ShutOut } from '../settings/shut-out.tsx'
import * as texts from '../texts/en.ts'
import { useTakingBack } from '../compare/use-comparison.ts'

interface PreviewProps {
  readonly compared: AppComparison
  readonly fields: readonly SettingName[]
  /** One's own address, where it would be refused. */
  readonly shutOut: string | undefined
}

/** What becomes of the target, setting by setting, before anything has happened. */
export function Preview({ compared: { a, b }, fields, shutOut }: PreviewProps) {
  const say = useText()
  return (
    <div className="sq-diff">
      <Banner title={say(texts.promotionPreview, { app: nameIn(b, say) })}>
        {say(texts.promotionPreviewDetail)}
      </Banner>
      {shutOut !== undefined && <ShutOut address={shutOut} isAhead />}
      {fields.map((field) => (
        <section key={field} className="sq-diff-setting" aria-label={say(settingTitles[field])}>
          <p className="sq-diff-head">{say(settingTitles[field])}</p>
          <div className="sq-diff-pair">
            <div className="sq-diff-side">
              <p className="sq-diff-whose">{say(texts.beforeIt)}</p>
              <SettingValue value={b[field]} other={a[field]} mark="removed" />
            </div>
            <div className="sq-diff-side">
              <p className="sq-diff-whose">{say(texts.afterIt)}</p>
              <SettingValue value={a[field]} other={b[field]} mark="added" />
            </div>
          </div>
        </section>
      ))}
    </div>
  )
}

interface PromotedProps {
  /** The target as it was. */
  readonly before: App
  readonly after: ChangedApp
  readonly fields: number
}

/** What has happened, how it is taken back, and where it is written down. */
export function Promoted({ before, after, fields }: PromotedProps) {
  const say = useText()
  const { can, navigate } = useModule()
  const back = useTakingBack()
  const [warning] = after.warnings
  if (back.data)
    return <Banner tone="success" title={say(texts.takenBack, { app: nameIn(before, say) })} />
  return (
    <div className="sq-diff">
      <Banner
        tone="success"
        title={say(texts.hasBeenPromoted, { count: fields, app: nameIn(after, say) })}
        actions={
          <>
            <Button
              size="small"
              icon="undo"
              busy={back.isPending}
              onClick={() => back.mutate({ before, after })}
            >
              {say(texts.takeBack)}
            </Button>
            {can('audit:read') && (
              <Button
                size="small"
                onClick={() =>
                  navigate('home.audit', { target: after.id, action: 'apps.promoted' })
                }
              >
                {say(texts.toAuditEntry)}
              </Button>
            )}
          </>
        }
      >
        {say(texts.promotedDetail)}
      </Banner>
      {warning && <ShutOut address={warning.address ?? ''} />}
      <Refusal error={back.error} />
    </div>
  )
}
