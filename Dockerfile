# mtqa as a server: docker build -t mtqa . && docker run -p 127.0.0.1:8081:8081 mtqa
# Everything it needs is in the image; a container reads no network.
FROM python:3.12-slim

RUN useradd --create-home --uid 10001 mtqa
WORKDIR /opt/mtqa
COPY . .
# the aligner's sentence embeddings, mtqa's own model and the Romanian pipeline come with it
RUN pip install --no-cache-dir --disable-pip-version-check ".[align,serve,spacy]" ./models/mtqa-qe-ro ./models/mtqa-ro-core \
    && rm -rf /opt/mtqa

# mtqa.toml, glossaries and a baseline of the house are mounted here
WORKDIR /house
USER mtqa
ENV PYTHONUNBUFFERED=1
EXPOSE 8081
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8081/healthz', timeout=4)"]
ENTRYPOINT ["mtqa", "serve", "--host", "0.0.0.0"]
CMD ["--workers", "2"]
