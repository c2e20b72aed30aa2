const response = await fetch(
  'SERVICE_ADDRESS/v1/security/mta-sts?domain=google.com',
  {
    headers: {
      'Authorization': 'Bearer YOUR_API_KEY'
    }
  }
);

const data = await response.json();
console.log(data);
