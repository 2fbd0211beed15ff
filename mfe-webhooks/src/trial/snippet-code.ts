/** How a receiver verifies, by what each language has on board or by one well-known library. */

const node = {
  hmac: `import { createHmac, timingSafeEqual } from 'node:crypto'

const key = Buffer.from(process.env.WEBHOOK_SECRET.slice('whsec_'.length), 'base64')

// body: the bytes as they came, before anything has parsed them
export function isGenuine(headers, body) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const expected = createHmac('sha256', key).update(\`\${id}.\${timestamp}.\`).update(body).digest()
  return (headers['webhook-signature'] ?? '').split(' ').some((one) => {
    const [version, text = ''] = one.split(',')
    const given = Buffer.from(text, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}`,
  ed25519: `import { createPublicKey, verify } from 'node:crypto'

const raw = Buffer.from(process.env.WEBHOOK_PUBLIC_KEY.slice('whpk_'.length), 'base64')
const x = raw.toString('base64url')
const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })

// body: the bytes as they came, before anything has parsed them
export function isGenuine(headers, body) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const signed = Buffer.concat([Buffer.from(\`\${id}.\${timestamp}.\`), body])
  return (headers['webhook-signature'] ?? '').split(' ').some((one) => {
    const [version, text = ''] = one.split(',')
    return version === 'v1a' && verify(null, signed, key, Buffer.from(text, 'base64'))
  })
}`,
}

const python = {
  hmac: `import base64, hashlib, hmac, os, re, time

key = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))

# body: the bytes as they came, before anything has parsed them
def is_genuine(headers, body: bytes) -> bool:
    id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not re.fullmatch("[0-9]{1,12}", timestamp) or abs(time.time() - int(timestamp)) > 300:
        return False
    signed = f"{id}.{timestamp}.".encode() + body
    expected = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    return any(
        hmac.compare_digest(one.encode(), f"v1,{expected}".encode())
        for one in headers.get("webhook-signature", "").split(" ")
    )`,
  ed25519: `import base64, os, re, time
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

raw = base64.b64decode(os.environ["WEBHOOK_PUBLIC_KEY"].removeprefix("whpk_"))
key = Ed25519PublicKey.from_public_bytes(raw)

# body: the bytes as they came, before anything has parsed them
def is_genuine(headers, body: bytes) -> bool:
    id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not re.fullmatch("[0-9]{1,12}", timestamp) or abs(time.time() - int(timestamp)) > 300:
        return False
    signed = f"{id}.{timestamp}.".encode() + body
    for one in headers.get("webhook-signature", "").split(" "):
        version, _, text = one.partition(",")
        if version != "v1a":
            continue
        try:
            key.verify(base64.b64decode(text), signed)
            return True
        except (InvalidSignature, ValueError):
            pass
    return False`,
}

const go = {
  hmac: `// body: the bytes as they came, before anything has parsed them
func isGenuine(header http.Header, body []byte) bool {
	secret := strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_")
	key, err := base64.StdEncoding.DecodeString(secret)
	if err != nil {
		return false
	}
	id, timestamp := header.Get("webhook-id"), header.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > 5*time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.", id, timestamp)
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	for _, one := range strings.Split(header.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(one), []byte(expected)) {
			return true
		}
	}
	return false
}`,
  ed25519: `// body: the bytes as they came, before anything has parsed them
func isGenuine(header http.Header, body []byte) bool {
	public := strings.TrimPrefix(os.Getenv("WEBHOOK_PUBLIC_KEY"), "whpk_")
	key, err := base64.StdEncoding.DecodeString(public)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return false
	}
	id, timestamp := header.Get("webhook-id"), header.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > 5*time.Minute {
		return false
	}
	signed := append([]byte(id+"."+timestamp+"."), body...)
	for _, one := range strings.Split(header.Get("webhook-signature"), " ") {
		text, isOurs := strings.CutPrefix(one, "v1a,")
		given, err := base64.StdEncoding.DecodeString(text)
		if isOurs && err == nil && ed25519.Verify(key, signed, given) {
			return true
		}
	}
	return false
}`,
}

const php = {
  hmac: `<?php
// $body: the bytes as they came, before anything has parsed them
function is_genuine(array $headers, string $body): bool {
    $key = base64_decode(substr(getenv('WEBHOOK_SECRET'), strlen('whsec_')));
    [$id, $timestamp] = [$headers['webhook-id'] ?? '', $headers['webhook-timestamp'] ?? ''];
    if (abs(time() - (int) $timestamp) > 300) return false;
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $one) {
        if (hash_equals($expected, $one)) return true;
    }
    return false;
}`,
  ed25519: `<?php
// $body: the bytes as they came, before anything has parsed them
function is_genuine(array $headers, string $body): bool {
    $key = base64_decode(substr(getenv('WEBHOOK_PUBLIC_KEY'), strlen('whpk_')));
    [$id, $timestamp] = [$headers['webhook-id'] ?? '', $headers['webhook-timestamp'] ?? ''];
    if (abs(time() - (int) $timestamp) > 300) return false;
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $one) {
        if (!str_starts_with($one, 'v1a,')) continue;
        $given = base64_decode(substr($one, 4));
        if (strlen($given) === SODIUM_CRYPTO_SIGN_BYTES
            && sodium_crypto_sign_verify_detached($given, "$id.$timestamp.$body", $key)) return true;
    }
    return false;
}`,
}

const ruby = {
  hmac: `require 'base64'
require 'openssl'

KEY = Base64.strict_decode64(ENV.fetch('WEBHOOK_SECRET').delete_prefix('whsec_'))

# body: the bytes as they came, before anything has parsed them
def genuine?(headers, body)
  id, timestamp = headers.values_at('webhook-id', 'webhook-timestamp')
  return false if (Time.now.to_i - timestamp.to_i).abs > 300
  mac = OpenSSL::HMAC.digest('SHA256', KEY, "#{id}.#{timestamp}.".b + body.b)
  expected = "v1,#{Base64.strict_encode64(mac)}"
  headers['webhook-signature'].to_s.split(' ').any? { |one| OpenSSL.secure_compare(one, expected) }
end`,
  ed25519: `require 'base64'
require 'openssl'

RAW = Base64.strict_decode64(ENV.fetch('WEBHOOK_PUBLIC_KEY').delete_prefix('whpk_'))
KEY = OpenSSL::PKey.new_raw_public_key('ED25519', RAW)

# body: the bytes as they came, before anything has parsed them
def genuine?(headers, body)
  id, timestamp = headers.values_at('webhook-id', 'webhook-timestamp')
  return false if (Time.now.to_i - timestamp.to_i).abs > 300
  headers['webhook-signature'].to_s.split(' ').any? do |one|
    version, text = one.split(',', 2)
    version == 'v1a' && KEY.verify(nil, Base64.decode64(text.to_s), "#{id}.#{timestamp}.".b + body.b)
  end
end`,
}

/** By how an endpoint signs, and by language. */
export const webhooks = {
  hmac: { node: node.hmac, python: python.hmac, go: go.hmac, php: php.hmac, ruby: ruby.hmac },
  ed25519: {
    node: node.ed25519,
    python: python.ed25519,
    go: go.ed25519,
    php: php.ed25519,
    ruby: ruby.ed25519,
  },
}
