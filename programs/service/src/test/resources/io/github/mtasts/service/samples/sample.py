import requests

response = requests.get(
    'SERVICE_ADDRESS/v1/security/mta-sts',
    headers={'Authorization': 'Bearer YOUR_API_KEY'},
    params={
    'domain': 'google.com'
    }
)

data = response.json()
print(data)
