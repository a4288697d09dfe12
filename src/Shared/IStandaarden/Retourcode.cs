namespace WmoPlatform.IStandaarden;

/// <summary>Codes of LDT_RetourCode that the platform or its partners give; the standards know more of them.</summary>
public static class Retourcode
{
    /// <summary>The message is technically wrong (level 2).</summary>
    public const string TechnischOnjuist = "0001";
    /// <summary>No remark on this class.</summary>
    public const string GeenOpmerking = "0200";
    /// <summary>This class was not judged.</summary>
    public const string NietBeoordeeld = "0233";
    /// <summary>The declaration is paid in full.</summary>
    public const string DeclaratieToegewezen = "8001";
    /// <summary>Dagtekening lies in the future.</summary>
    public const string DagtekeningInToekomst = "8848";
    /// <summary>Cannot be linked to a toewijzing.</summary>
    public const string GeenToewijzing = "9019";
    /// <summary>Identificatie is not unique (TR056).</summary>
    public const string IdentificatieNietUniek = "9056";
    /// <summary>No earlier message it depends on (TR063).</summary>
    public const string GeenEerderBericht = "9063";
    /// <summary>No actual start with the same key.</summary>
    public const string GeenActueleStart = "9069";
    /// <summary>The start cannot be removed because it has been stopped (TR071).</summary>
    public const string StartAlBeeindigd = "9071";
    /// <summary>An earlier message had the same key.</summary>
    public const string SleutelNietUniek = "9074";
    /// <summary>iEb: the key of a first delivery is not unique (TR102).</summary>
    public const string EbSleutelNietUniek = "9102";
    /// <summary>iEb: the stop lies before the start (TR328).</summary>
    public const string EbStopVoorStart = "9328";
    /// <summary>iEb: a removal does not equal what it removes (TR329).</summary>
    public const string EbVerwijderingWijktAf = "9329";
    /// <summary>iEb: no actual start with this number (TR330).</summary>
    public const string EbGeenActueleStart = "9330";
    /// <summary>The actual delivery has not been stopped (TR326).</summary>
    public const string LeveringNietGestopt = "9326";
    /// <summary>ToewijzingNummer is not unique (TR332).</summary>
    public const string ToewijzingnummerNietUniek = "9332";
    /// <summary>Not every actual product, or the product overlaps another one (TR361).</summary>
    public const string ProductOverlapt = "9361";
    /// <summary>A temporary stop while there is one already.</summary>
    public const string TijdelijkeStopBestaat = "9413";
    /// <summary>The last day lies before that of the stop there is.</summary>
    public const string EinddatumTeVroeg = "9414";
    /// <summary>A final stop while there is one already.</summary>
    public const string DefinitieveStopBestaat = "9415";
    /// <summary>The volume declared exceeds what was assigned (TR321).</summary>
    public const string VolumeOverschreden = "9321";
    /// <summary>ReferentieAanbieder is not unique for the provider (TR347).</summary>
    public const string ReferentieNietUniek = "9347";
    /// <summary>A request for change does not name every actual product (TR349).</summary>
    public const string NietAlleProducten = "9349";
    /// <summary>The answer names a request that was never made (TR355).</summary>
    public const string GeenVerzoekBijAntwoord = "9355";
    /// <summary>The gemeentecode is not in the list of the CBS.</summary>
    public const string OnbekendeGemeente = "S300";
    /// <summary>The product code does not belong to the category.</summary>
    public const string ProductcodePastNiet = "S329";

    /// <summary>Whether nothing but the message itself was wrong: what it tells was not judged, and may be told again in another one.</summary>
    public static bool ZijnTechnisch(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Count > 0 && codes.All(code => code is TechnischOnjuist or DagtekeningInToekomst or IdentificatieNietUniek);
    }
}
