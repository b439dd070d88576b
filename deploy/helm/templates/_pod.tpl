{{- define "cqs.pod" -}}
metadata:
  labels: { app: chinh-quyen-so, role: {{ .role }} }
spec:
  automountServiceAccountToken: false
  terminationGracePeriodSeconds: 45
  securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: { type: RuntimeDefault } }
  topologySpreadConstraints:
    - { maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: chinh-quyen-so, role: {{ .role }} } } }
  containers:
    - name: {{ .role }}
      image: {{ .values.image | quote }}
      args: [{{ .role | quote }}]
      ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9464 }]
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
      env:
        - { name: DATABASE_URL, valueFrom: { secretKeyRef: { name: {{ .values.existingSecret }}, key: database-url } } }
        - { name: CQS_PUBLIC_URL, value: {{ .values.publicUrl | quote }} }
        - { name: CQS_TRUSTED_PROXIES, value: {{ .values.trustedProxies | quote }} }
        - { name: CQS_SECRET_FILE, value: /secrets/secret }
        - { name: CQS_S3_BUCKET, value: {{ .values.s3.bucket | quote }} }
        - { name: CQS_S3_ENDPOINT, value: {{ .values.s3.endpoint | quote }} }
        - { name: CQS_S3_REGION, value: {{ .values.s3.region | quote }} }
        - { name: CQS_S3_CREDENTIALS_FILE, value: /secrets/s3 }
      volumeMounts:
        - { name: secrets, mountPath: /secrets, readOnly: true }
        - { name: tmp, mountPath: /tmp }
        - { name: data, mountPath: /data }
      resources: {{- toYaml .values.resources | nindent 8 }}
      {{- if eq .role "web" }}
      startupProbe: { httpGet: { path: /healthz/live, port: http }, periodSeconds: 2, failureThreshold: 90 }
      readinessProbe: { httpGet: { path: /healthz/ready, port: http }, periodSeconds: 5 }
      livenessProbe: { httpGet: { path: /healthz/live, port: http }, periodSeconds: 10, failureThreshold: 6 }
      lifecycle: { preStop: { exec: { command: [node, -e, "setTimeout(() => {}, 5000)"] } } }
      {{- else }}
      startupProbe: { httpGet: { path: /metrics, port: metrics }, periodSeconds: 2, failureThreshold: 90 }
      livenessProbe: { httpGet: { path: /metrics, port: metrics }, periodSeconds: 30, failureThreshold: 4, timeoutSeconds: 10 }
      {{- end }}
  volumes:
    - { name: secrets, secret: { secretName: {{ .values.existingSecret }}, defaultMode: 288 } }
    - { name: tmp, emptyDir: {} }
    - { name: data, emptyDir: {} }
{{- end -}}
