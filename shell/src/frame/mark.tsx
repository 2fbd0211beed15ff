import { adopt } from '@sonaqor/ui'
import sheet from './mark.css'

adopt(sheet)

/** The sign of the product: a signal that is heard. Its name stands beside it. */
export function Mark() {
  return (
    <svg className="sq-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect className="sq-mark-ground" width="24" height="24" rx="6" />
      <path className="sq-mark-wave" d="M6 10.2v3.6M10 6.8v10.4M14 9v6M18 11v2" />
    </svg>
  )
}
