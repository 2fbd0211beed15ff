import { adopt, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import sheet from './issue-key-skeleton.css'

adopt(sheet)

/** The form's shape before its apps are there: as high as the form will be, so that nothing jumps. */
export function IssueKeySkeleton() {
  const say = useText()
  return (
    <div aria-busy="true">
      <output className="sq-unseen">{say(texts.loadingForm)}</output>
      <div className="sq-issue-skeleton" aria-hidden="true">
        <FieldToCome hint />
        <FieldToCome hint />
        <FieldToCome />
        <FieldToCome hint />
        <FieldToCome hint />
        <div className="sq-issue-skeleton-field">
          <span className="sq-issue-skeleton-label" />
          <span className="sq-issue-skeleton-hint" />
          <span className="sq-issue-skeleton-scopes" />
          <span className="sq-issue-skeleton-hint" />
        </div>
        <div className="sq-issue-skeleton-acts">
          <span className="sq-issue-skeleton-act" />
          <span className="sq-issue-skeleton-act" />
        </div>
      </div>
    </div>
  )
}

function FieldToCome({ hint = false }: { readonly hint?: boolean }) {
  return (
    <div className="sq-issue-skeleton-field">
      <span className="sq-issue-skeleton-label" />
      {hint && <span className="sq-issue-skeleton-hint" />}
      <span className="sq-issue-skeleton-control" />
    </div>
  )
}
