curl "SERVICE_ADDRESS/v1/security/mta-sts" \
  -H "Authorization: Bearer YOUR_API_KEY" \
  -d "domain=google.com"
