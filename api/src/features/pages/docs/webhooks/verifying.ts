/** How a webhook is verified, in the languages that receivers are written in. */

export interface Sample {
  readonly name: string
  readonly text: string
}

/** Named apart, for this file imports nothing of it. */
const client = '@sonaqor/client'

const ours: Sample = {
  name: 'TypeScript, with our client',
  text: `import { env } from 'node:process'
import { verifyWebhook } from '${client}'

export async function receive(request: Request): Promise<Response> {
  const { id, event } = await verifyWebhook({
    body: await request.text(),
    headers: request.headers,
    secret: env.WEBHOOK_SECRET ?? '',
  })
  if (event.type === 'keys.revoked') console.log(id, event.data.label)
  return new Response(null, { status: 204 })
}`,
}

const standard: Sample = {
  name: 'JavaScript, with standardwebhooks',
  text: `import { env } from 'node:process'
import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(env.WEBHOOK_SECRET)

export function verify(body, headers) {
  return webhook.verify(body, headers)
}`,
}

const python: Sample = {
  name: 'Python',
  text: `import base64, hashlib, hmac, json, os, time

key = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))

def verify(body: bytes, headers):
    id, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(timestamp)) > 300:
        raise ValueError("not of now")
    signed = f"{id}.{timestamp}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    for one in headers["webhook-signature"].split(" "):
        if hmac.compare_digest(one.encode(), f"v1,{expected}".encode()):
            return json.loads(body)
    raise ValueError("not signed by us")`,
}

const go: Sample = {
  name: 'Go',
  text: `package webhooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

func Verify(body []byte, headers http.Header) error {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_"))
	if err != nil {
		return err
	}
	id, timestamp := headers.Get("webhook-id"), headers.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > 5*time.Minute {
		return errors.New("not of now")
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + timestamp + "."))
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	for _, one := range strings.Split(headers.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(one), []byte(expected)) {
			return nil
		}
	}
	return errors.New("not signed by us")
}`,
}

const ruby: Sample = {
  name: 'Ruby',
  text: `require "base64"
require "json"
require "openssl"

KEY = Base64.strict_decode64(ENV.fetch("WEBHOOK_SECRET").delete_prefix("whsec_"))

def verify(body, headers)
  id, timestamp = headers.values_at("webhook-id", "webhook-timestamp")
  raise "not of now" if (Time.now.to_i - Integer(timestamp, 10)).abs > 300
  mac = OpenSSL::HMAC.digest("SHA256", KEY, "#{id}.#{timestamp}.".b + body.b)
  expected = "v1,#{Base64.strict_encode64(mac)}"
  signatures = headers.fetch("webhook-signature").split(" ")
  raise "not signed by us" unless signatures.any? { |one| OpenSSL.secure_compare(one, expected) }
  JSON.parse(body)
end`,
}

const java: Sample = {
  name: 'Java',
  text: `import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class Webhooks {
  public static boolean isGenuine(
      byte[] body, String id, String timestamp, String signatures, String secret)
      throws Exception {
    long seconds = Long.parseLong(timestamp);
    if (Math.abs(Instant.now().getEpochSecond() - seconds) > 300) return false;
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    for (String one : signatures.split(" ")) {
      if (MessageDigest.isEqual(one.getBytes(), expected.getBytes())) return true;
    }
    return false;
  }
}`,
}

export const verifying: readonly Sample[] = [ours, standard, python, go, ruby, java]
