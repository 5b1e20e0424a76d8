if [ -z "$CLAUSIER_PACKAGE" ]; then
  echo "D’où installer l’outil ? Le dire à CLAUSIER_PACKAGE, au début de {{pipeline}}."
  exit 1
fi
pip install --quiet "$CLAUSIER_PACKAGE"
