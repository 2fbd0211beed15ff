import { adopt } from '@sonaqor/ui'
import { encode } from 'uqr'
import sheet from './qr-code.css'

adopt(sheet)

/** Light around it, without which cameras do not find its corners. */
const border = 4

/** A text as a QR code, drawn here: what it says must reach no other server. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border })
  const dots = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return (
    // An image of another element would need an address that the page's policy allows.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className="sq-qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={dots.join('')} />
    </svg>
  )
}
