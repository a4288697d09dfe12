using System.Text;
using System.Xml;
using System.Xml.Schema;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden.Controle;

/// <summary>
/// Reports every fault of a message at level 1, for the user who informs the sender (OP090x2).
/// <see cref="Ketenbericht.Lees(Stream, CancellationToken)"/>
/// stops at the first fault. There are at most <see cref="Bevinding.Hoogstens"/>, and none quotes the message.
/// </summary>
public static class Schemacontrole
{
    /// <summary>The code of every finding.</summary>
    public const string Code = "XSD";

    // The deepest message has ten levels.
    private const int HoogstensDiep = 32;
    private const int HoogstensKeuzes = 20;

    /// <summary>Finds the faults against the schema, in the order of the elements; none when the message is valid.</summary>
    /// <param name="xml">At most 25 MB; read synchronously, and stays open.</param>
    public static IReadOnlyList<Bevinding> Controleer(Stream xml)
    {
        using var bron = new Berichtlezer(xml);
        Gang? gang = null;
        try
        {
            var lezer = bron.Open();
            if (Berichtlezer.Herken(lezer) is not { } soort)
                return Alleen(
                    "Dit is geen bericht van iWmo 3.2, iPgb 2.1 of iEb 1.0.2: de naam of de namespace van het eerste element is onbekend.");
            gang = new Gang(lezer, soort);
            gang.Loop();
            return gang.Bevindingen;
        }
        catch (XmlException)
        {
            return Laatste("Vanaf hier is dit geen goede XML. Verder is het bericht niet bekeken.");
        }
        catch (DecoderFallbackException)
        {
            return Laatste("Vanaf hier is dit geen UTF-8. Verder is het bericht niet bekeken.");
        }
        catch (BerichtOnleesbaar fout)
        {
            return Laatste(fout.Code == BerichtOnleesbaar.TeGroot ? "Het bericht is groter dan 25 MB."
                : "Het bericht moet UTF-8 zijn, zonder byte order mark.");
        }

        IReadOnlyList<Bevinding> Laatste(string uitleg)
        {
            gang?.Meld(uitleg);
            return gang?.Bevindingen ?? Alleen(uitleg);
        }

        static IReadOnlyList<Bevinding> Alleen(string uitleg) => [new(Code, "Bericht", uitleg)];
    }

    /// <summary>
    /// One pass over a message. It reports a missing element and goes on as if it were there, and reports and skips an element that does
    /// not belong. One fault therefore hides no other.
    /// </summary>
    private sealed class Gang(XmlReader lezer, Berichtsoort soort)
    {
        private readonly List<Bevinding> bevindingen = [];
        private readonly Stack<Plek> plekken = [];
        private readonly XmlSchemaInfo info = new();
        private XmlSchemaValidator keuring = null!;
        private bool fout;

        public IReadOnlyList<Bevinding> Bevindingen => bevindingen;

        public void Meld(string uitleg, string? element = null)
        {
            var namen = plekken.Reverse().Select(p => p.Naam);
            if (bevindingen.Count >= Bevinding.Hoogstens) return;
            var pad = plekken.Count == 0 ? "Bericht" : string.Join('/', element is null ? namen : namen.Append(element));
            bevindingen.Add(new(Code, pad, uitleg));
        }

        public void Loop()
        {
            keuring = new XmlSchemaValidator(lezer.NameTable, Schema.Van(soort), new XmlNamespaceManager(lezer.NameTable),
                XmlSchemaValidationFlags.None)
            { XmlResolver = null };
            keuring.ValidationEventHandler += (_, _) => fout = true; // what it says quotes values
            keuring.Initialize();
            do
            {
                switch (lezer.NodeType)
                {
                    case XmlNodeType.Element when plekken.Count == 0 || Hoort():
                        Begin();
                        break;
                    case XmlNodeType.Element:
                        if (!SlaOver()) return;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA
                        when plekken.Peek().Type is XmlSchemaComplexType && Berichtlezer.IsLeeg(lezer.Value):
                        keuring.ValidateWhitespace(lezer.Value);
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA:
                        keuring.ValidateText(lezer.Value);
                        if (Fout()) Meld("Hier hoort geen tekst.");
                        plekken.Peek().Laatste = lezer.Value[^1];
                        break;
                    case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                        keuring.ValidateWhitespace(lezer.Value);
                        if (plekken.TryPeek(out var plek)) plek.Laatste = lezer.Value[^1];
                        break;
                    case XmlNodeType.EndElement:
                        Einde();
                        break;
                }
            }
            while (lezer.Read());
        }

        private void Begin()
        {
            keuring.ValidateElement(lezer.LocalName, lezer.NamespaceURI, info);
            plekken.Push(new(Naam(), info.SchemaType));
            Attributen();
            keuring.ValidateEndOfAttributes(null);
            fout = false;
            if (lezer.IsEmptyElement) Einde();
        }

        private void Einde()
        {
            while (Verplicht() is { } element) Ontbreekt(element);
            keuring.ValidateEndElement(info);
            // RS033, which a schema cannot express.
            if (plekken.Peek() is { IsLeeg: true, Type: XmlSchemaComplexType }) Meld("Dit element is leeg. Laat het weg of vul het.");
            else if (Fout() || plekken.Peek().EindigtVerkeerd)
                Meld(plekken.Peek().Type is XmlSchemaSimpleType type ? Waarde(type) : "De inhoud past niet.");
            plekken.Pop();
        }

        /// <summary>Whether the element may stand here, possibly after missing elements.</summary>
        private bool Hoort()
        {
            if (Verwacht().Any(IsDit)) return true;
            if (Verwacht().FirstOrDefault(e => e.QualifiedName.Name == lezer.LocalName) is { } zelfdeNaam)
            {
                Meld("Dit element staat in de verkeerde namespace.", Naam());
                Neem(zelfdeNaam);
                return false;
            }
            if (plekken.Peek().Delen.Any(IsDit) && Volgt())
            {
                while (!Verwacht().Any(IsDit)) Ontbreekt(Verplicht()!);
                return true;
            }
            Meld(Verwacht() is { Length: > 0 } anders ? $"Dit element hoort hier niet. Hier hoort: "
                + $"{string.Join(" of ", anders.Select(e => e.QualifiedName.Name))}." : "Dit element hoort hier niet.", Naam());
            return false;
        }

        /// <summary>Whether the schema has the element after the one that is required here.</summary>
        private bool Volgt() =>
            Verplicht() is { } verplicht && plekken.Peek().Delen.SkipWhile(e => e.QualifiedName != verplicht.QualifiedName).Any(IsDit);

        private bool IsDit(XmlSchemaElement e) =>
            e.QualifiedName.Name == lezer.LocalName && e.QualifiedName.Namespace == lezer.NamespaceURI;

        private XmlSchemaElement[] Verwacht() => [.. keuring.GetExpectedParticles().OfType<XmlSchemaElement>()];

        private XmlSchemaElement? Verplicht() =>
            plekken.Peek() is { IsBegonnen: true } ? null : Verwacht().FirstOrDefault(e => e.MinOccurs > 0);

        private void Ontbreekt(XmlSchemaElement element)
        {
            Meld("Dit element ontbreekt.", plekken.Peek().Volgende(element.QualifiedName.Name));
            Neem(element);
        }

        private void Neem(XmlSchemaElement element)
        {
            keuring.ValidateElement(element.QualifiedName.Name, element.QualifiedName.Namespace, null);
            keuring.SkipToEndElement(null);
            fout = false;
        }

        /// <summary>Skips an element with its content; false when it is nested too deep.</summary>
        private bool SlaOver()
        {
            if (lezer.IsEmptyElement) return true;
            var diepte = lezer.Depth;
            while (lezer.Read() && lezer.Depth > diepte)
            {
                if (lezer.Depth <= HoogstensDiep) continue;
                Meld("Hier staan te veel elementen in elkaar. Verder is het bericht niet bekeken.");
                return false;
            }
            return true;
        }

        private string Naam() => plekken.TryPeek(out var boven) ? boven.Volgende(lezer.LocalName) : lezer.LocalName;

        private bool Fout()
        {
            var was = fout;
            fout = false;
            return was;
        }

        private void Attributen()
        {
            while (lezer.MoveToNextAttribute())
                if (!Berichtlezer.MagStaan(lezer.LocalName, lezer.NamespaceURI)) Meld("Dit element mag geen attribuut hebben.");
            lezer.MoveToElement();
        }

        /// <summary>Describes the values that the type accepts, for the sender.</summary>
        private static string Waarde(XmlSchemaSimpleType type)
        {
            var facetten = Facetten(type).ToArray();
            var keuzes = facetten.OfType<XmlSchemaEnumerationFacet>().Select(f => f.Value).ToArray();
            string? Van<T>() where T : XmlSchemaFacet => facetten.OfType<T>().FirstOrDefault()?.Value;
            var eis = (type.TypeCode, keuzes.Length, Van<XmlSchemaMaxInclusiveFacet>(), Van<XmlSchemaLengthFacet>(),
                Van<XmlSchemaMaxLengthFacet>()) switch
            {
                (_, > 0 and <= HoogstensKeuzes, _, _, _) => $"Kies uit: {string.Join(", ", keuzes)}.",
                (_, > HoogstensKeuzes, _, _, _) => "Kies een code uit de lijst van de standaard.",
                (XmlTypeCode.Date, _, _, _, _) => "Schrijf een datum die bestaat als jjjj-mm-dd, zonder tijdzone.",
                (XmlTypeCode.Time, _, _, _, _) => "Schrijf een tijd als uu:mm:ss, zonder tijdzone.",
                (XmlTypeCode.Integer, _, { } hoogste, _, _) => $"Schrijf een geheel getal van 0 tot en met {hoogste}.",
                (_, _, _, { } lengte, _) => $"Schrijf precies {lengte} tekens.",
                (_, _, _, _, { } lengte) => $"Schrijf 1 tot en met {lengte} tekens, en niet alleen spaties.",
                _ => "Kijk in de standaard welke waarde hier past.",
            };
            return $"De waarde past niet bij dit element. {eis}";
        }

        private static IEnumerable<XmlSchemaFacet> Facetten(XmlSchemaSimpleType? type)
        {
            for (; type is not null; type = type.BaseXmlSchemaType as XmlSchemaSimpleType)
                if (type.Content is XmlSchemaSimpleTypeRestriction beperking)
                    foreach (var facet in beperking.Facets.OfType<XmlSchemaFacet>()) yield return facet;
        }

        /// <summary>An element on the path, which counts the elements inside it.</summary>
        private sealed record Plek(string Naam, XmlSchemaType? Type)
        {
            private int aantal;

            public string Volgende(string naam)
            {
                aantal++;
                return IsLijst ? $"{naam}[{aantal}]" : naam;
            }

            public IReadOnlyList<XmlSchemaElement> Delen { get; } =
                Type is XmlSchemaComplexType { ContentTypeParticle: XmlSchemaSequence { Items: var delen } }
                    ? [.. delen.OfType<XmlSchemaElement>()]
                    : [];

            /// <summary>Whether it is a list with at least one element, so that no more is required.</summary>
            public bool IsBegonnen => IsLijst && aantal > 0;

            public bool IsLeeg => aantal == 0;

            /// <summary>The last character of its text.</summary>
            public char Laatste { get; set; }

            /// <summary>
            /// Whether a line feed ends a text with a pattern. No pattern of these schemas allows that, but for .NET a pattern may end
            /// before it.
            /// </summary>
            public bool EindigtVerkeerd => Laatste == '\n' && Type is XmlSchemaSimpleType { TypeCode: XmlTypeCode.String } type
                && Facetten(type).OfType<XmlSchemaPatternFacet>().Any();

            private bool IsLijst => Delen is [{ MaxOccurs: > 1 }];
        }
    }
}
